package org.rectify.dataset.norb.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CameraTest {

    @Test
    void bothCamerasLookAtTheSamePoint() {
        for (Camera camera : Camera.values()) {
            float nearness = camera.nearness(0, 0);
            assertThat(camera.column(0, 0, nearness)).isEqualTo(54);
            assertThat(camera.row(0, nearness)).isEqualTo(54);
        }
    }

    @Test
    void aNearPointLiesFurtherRightForTheLeftCamera() {
        assertThat(column(Camera.LEFT, 0, 1)).isGreaterThan(column(Camera.RIGHT, 0, 1) + 3);
        assertThat(column(Camera.LEFT, 0, -1)).isLessThan(column(Camera.RIGHT, 0, -1) - 3);
    }

    @Test
    void theSamePointAppearsLargerWhenItIsNear() {
        double near = column(Camera.LEFT, 1, .5f) - column(Camera.LEFT, 0, .5f);
        double far = column(Camera.LEFT, 1, -.5f) - column(Camera.LEFT, 0, -.5f);

        assertThat(near).isGreaterThan(far * 1.1);
    }

    @Test
    void aWallMovesAsAPointOfIt() {
        for (Camera camera : Camera.values()) {
            assertThat(camera.shift(2)).isCloseTo(column(camera, 0, -2) - 54, within(1e-3));
        }
    }

    @Test
    void aToyTurnedAQuarterShowsItsNoseWhereItsLeftWas() {
        double[] unturned = Turns.of(new Pose(0, 0, 1, 0, 0, 0), 40);
        double[] turned = Turns.of(new Pose(90, 0, 1, 0, 0, 0), 40);

        for (int axis = 0; axis < 3; axis++) {
            assertThat(turned[3 * axis]).isCloseTo(unturned[3 * axis + 1], within(1e-12));
            assertThat(turned[3 * axis + 2]).isCloseTo(unturned[3 * axis + 2], within(1e-12));
        }
        assertThat(unturned[0]).isEqualTo(1);
        assertThat(unturned[8]).isCloseTo(Math.sin(Math.toRadians(40)), within(1e-12));
    }

    private static double column(Camera camera, float right, float towards) {
        return camera.column(right, towards, camera.nearness(right, towards));
    }
}
