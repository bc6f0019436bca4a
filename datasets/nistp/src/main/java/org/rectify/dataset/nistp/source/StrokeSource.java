package org.rectify.dataset.nistp.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rectify.api.error.DataException;
import org.rectify.api.random.RandomStream;
import org.rectify.dataset.formats.Checksums;
import org.rectify.dataset.nistp.image.Canvas;

/**
 * Pen strokes of UNIPEN, drawn with a pen of random width.
 *
 * <p>A writer's capital letters and digits are scaled to 20 pixels, and all his characters alike, so that a small o stays
 * smaller than a capital one. No writer is in two splits.
 */
final class StrokeSource implements CharacterSource {

    static final String FILE = "unipen/strokes.jsonl";

    private static final String TALL = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZbdfhkl";
    private static final float TALL_HEIGHT = 20;
    private static final float LARGEST = 27;
    private static final float SMALLEST = 8;
    private static final float NEAREST = 0.4f;
    private static final float MIDDLE = (Canvas.SIDE - 1) / 2f;
    private static final double THINNEST = 1.5;
    private static final double THICKEST = 3.5;
    private static final int PARTS = 10;
    private static final long LARGEST_FILE = 1 << 30;

    private final PenStrokes[][] characters;
    private final int[] classes;

    private StrokeSource(List<PenStrokes> strokes) {
        List<List<PenStrokes>> byClass = new ArrayList<>();
        for (int i = 0; i < CharacterClasses.COUNT; i++) {
            byClass.add(new ArrayList<>());
        }
        strokes.forEach(each -> byClass.get(each.characterClass()).add(each));
        characters =
                byClass.stream().map(each -> each.toArray(PenStrokes[]::new)).toArray(PenStrokes[][]::new);
        classes = ClassIndex.present(characters);
    }

    /**
     * Reads the file where it lies in a data directory.
     *
     * @param checksums gets the file's
     * @throws DataException when it is damaged
     */
    static Optional<SplitSources> find(Path dataDirectory, Map<String, String> checksums) {
        Path file = dataDirectory.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        byte[] content = content(file);
        checksums.put(file.toString(), Checksums.sha256(content));
        return Optional.of(splits(file, StrokeReader.read(file, new ByteArrayInputStream(content))));
    }

    private static byte[] content(Path file) {
        try {
            if (Files.size(file) > LARGEST_FILE) {
                throw new DataException(file + ": larger than " + LARGEST_FILE + " bytes, which no set of strokes is");
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new DataException(file + ": cannot be read: " + e.getMessage(), e);
        }
    }

    /** Of the writers in the order of their names, every ninth in ten is for validation, every tenth for the test. */
    static SplitSources splits(Path file, List<PenStrokes> characters) {
        Map<String, Integer> parts = new HashMap<>();
        for (PenStrokes each : characters) {
            parts.put(each.writer(), 0);
        }
        if (parts.size() < PARTS) {
            throw new DataException(file + ": " + parts.size() + " writers; " + PARTS
                    + " are needed to keep those of training, validation and test apart");
        }
        int next = 0;
        for (String writer : new TreeSet<>(parts.keySet())) {
            parts.put(writer, Math.max(0, next % PARTS - (PARTS - 3)));
            next++;
        }
        List<List<PenStrokes>> splits = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (PenStrokes each : scaled(characters)) {
            splits.get(parts.getOrDefault(each.writer(), 0)).add(each);
        }
        String description = "pen strokes " + file + ": " + characters.size() + " characters of " + parts.size()
                + " writers, each in one split (UNIPEN train_r01_v07, International Unipen Foundation, CC BY 4.0)";
        return new SplitSources(
                description,
                new StrokeSource(splits.get(0)),
                new StrokeSource(splits.get(1)),
                new StrokeSource(splits.get(2)));
    }

    private static List<PenStrokes> scaled(List<PenStrokes> characters) {
        Map<String, List<PenStrokes>> byWriter = new TreeMap<>();
        for (PenStrokes each : characters) {
            byWriter.computeIfAbsent(each.writer(), writer -> new ArrayList<>()).add(each);
        }
        List<PenStrokes> scaled = new ArrayList<>();
        for (List<PenStrokes> own : byWriter.values()) {
            float tallHeight = tallHeight(own);
            for (PenStrokes each : own) {
                float factor = factor(each.extent(), tallHeight);
                scaled.add(each.placed(factor, MIDDLE, MIDDLE, NEAREST));
            }
        }
        return scaled;
    }

    private static float factor(float extent, float tallHeight) {
        if (extent <= 0) {
            return 0;
        }
        float factor = tallHeight > 0 ? TALL_HEIGHT / tallHeight : TALL_HEIGHT / extent;
        return Math.max(SMALLEST / extent, Math.min(LARGEST / extent, factor));
    }

    /** The median height of a writer's tall characters, or the median extent of all where there is none. */
    private static float tallHeight(List<PenStrokes> own) {
        float[] heights = sorted(own.stream()
                .filter(each -> TALL.indexOf(CharacterClasses.character(each.characterClass())) >= 0)
                .map(PenStrokes::height)
                .toList());
        float[] used = heights.length > 0
                ? heights
                : sorted(own.stream().map(PenStrokes::extent).toList());
        return used[used.length / 2];
    }

    private static float[] sorted(List<Float> numbers) {
        float[] sorted = new float[numbers.size()];
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = numbers.get(i);
        }
        Arrays.sort(sorted);
        return sorted;
    }

    /** Who wrote its characters. */
    Set<String> writers() {
        return Stream.of(characters).flatMap(Stream::of).map(PenStrokes::writer).collect(Collectors.toSet());
    }

    @Override
    public int[] classes() {
        return classes.clone();
    }

    @Override
    public void draw(int characterClass, RandomStream random, float[] pixels) {
        PenStrokes[] all = characters[characterClass];
        Pen.draw(all[random.nextInt(all.length)], random.nextDouble(THINNEST, THICKEST), pixels);
    }
}
