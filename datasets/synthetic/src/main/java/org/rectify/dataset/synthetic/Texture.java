package org.rectify.dataset.synthetic;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.rectify.api.random.RandomStream;

/** A pattern over the plane, from 0 for its dark to 1 for its light colour; the unit of length is its period. */
enum Texture {
    ROWS {
        @Override
        Pattern pattern(RandomStream random) {
            return (x, y) -> Waves.wave(y);
        }
    },
    COLUMNS {
        @Override
        Pattern pattern(RandomStream random) {
            return (x, y) -> Waves.wave(x);
        }
    },
    DIAGONALS {
        @Override
        Pattern pattern(RandomStream random) {
            return (x, y) -> Waves.wave(0.7 * (x + y));
        }
    },
    CHECKS {
        @Override
        Pattern pattern(RandomStream random) {
            return (x, y) -> {
                double across = Waves.step(0.35, 0.65, Waves.triangle(0.6 * x));
                double down = Waves.step(0.35, 0.65, Waves.triangle(0.6 * y));
                return across * down + (1 - across) * (1 - down);
            };
        }
    },
    DOTS {
        @Override
        Pattern pattern(RandomStream random) {
            return (x, y) -> {
                double across = Waves.fraction(x) - 0.5;
                double down = Waves.fraction(y) - 0.5;
                return 1 - Waves.step(0.25, 0.4, Math.sqrt(across * across + down * down));
            };
        }
    },
    RINGS {
        @Override
        Pattern pattern(RandomStream random) {
            return (x, y) -> Waves.wave(Math.sqrt(x * x + y * y));
        }
    },
    BRICKS {
        @Override
        Pattern pattern(RandomStream random) {
            return (x, y) -> {
                double course = Math.floor(y);
                double joint = Waves.triangle(0.5 * (x + course));
                return Math.min(Waves.step(0.1, 0.4, Waves.triangle(y)), Waves.step(0.05, 0.2, joint));
            };
        }
    },
    ZIGZAGS {
        @Override
        Pattern pattern(RandomStream random) {
            return (x, y) -> Waves.wave(y + Waves.triangle(0.5 * x));
        }
    },
    CLOUDS {
        @Override
        Pattern pattern(RandomStream random) {
            Clouds clouds = new Clouds(random, 1);
            return (x, y) -> Waves.step(0.2, 0.8, clouds.at(x, y));
        }
    },
    SPOTS {
        @Override
        Pattern pattern(RandomStream random) {
            double[] spots = new double[3 * SPOTS_OF_A_PICTURE];
            for (int spot = 0; spot < spots.length; spot += 3) {
                spots[spot] = random.nextDouble(-3, 3);
                spots[spot + 1] = random.nextDouble(-3, 3);
                spots[spot + 2] = random.nextDouble(0.25, 0.6);
            }
            return (x, y) -> {
                double lightest = 0;
                for (int spot = 0; spot < spots.length; spot += 3) {
                    double across = x - spots[spot];
                    double down = y - spots[spot + 1];
                    double distance = Math.sqrt(across * across + down * down);
                    lightest = Math.max(lightest, 1 - Waves.step(-0.1, 0.1, distance - spots[spot + 2]));
                }
                return lightest;
            };
        }
    };

    private static final int SPOTS_OF_A_PICTURE = 24;

    /** A value for each place. */
    interface Pattern {
        double at(double x, double y);
    }

    /** A pattern around the origin; the stream decides what is random about it besides place and period. */
    abstract Pattern pattern(RandomStream random);

    /** Names of all, in order. */
    static List<String> names() {
        return Arrays.stream(values())
                .map(texture -> texture.name().toLowerCase(Locale.ROOT))
                .toList();
    }
}
