package org.rectify.dataset.norb.render;

import java.util.List;

/**
 * All that a stereo pair shows, but for the background.
 *
 * @param toys the one in the middle, where there is one, and those at the edge
 * @param elevationDegrees of the cameras above the level
 * @param light by which the toys are seen
 * @param contrast factor of each grey's distance from the middle grey
 * @param brightness added to each grey of 0 to 255
 */
record Scene(List<PosedToy> toys, double elevationDegrees, Light light, double contrast, double brightness) {

    Scene {
        toys = List.copyOf(toys);
    }
}
