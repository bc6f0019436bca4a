package org.rectify.dataset.norb.render;

/**
 * How a toy stands before the cameras.
 *
 * @param azimuthDegrees the turn about its upright axis
 * @param rollDegrees the turn of the picture, counter-clockwise
 * @param scale the radius of the ball that holds it, in units of the largest
 * @param right,up,towards its middle, from the point both cameras look at, in the same units
 */
record Pose(double azimuthDegrees, double rollDegrees, double scale, double right, double up, double towards) {}
