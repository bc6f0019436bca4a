package org.rectify.dataset.norb.render;

/** A toy and how it stands before the cameras. */
record PosedToy(Mesh mesh, Pose pose) {}
