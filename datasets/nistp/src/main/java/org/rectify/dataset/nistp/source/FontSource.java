package org.rectify.dataset.nistp.source;

import java.util.List;
import java.util.stream.IntStream;
import org.rectify.api.random.RandomStream;

/** Glyphs of fonts, each font as often; all splits share them, since fonts are few. */
final class FontSource implements CharacterSource {

    private final byte[][][] fonts;

    /**
     * @param fonts at least one; of each, by class, 32 x 32 bytes with ink 255
     */
    FontSource(List<byte[][]> fonts) {
        this.fonts = fonts.toArray(byte[][][]::new);
    }

    @Override
    public int[] classes() {
        return IntStream.range(0, CharacterClasses.COUNT).toArray();
    }

    @Override
    public void draw(int characterClass, RandomStream random, float[] pixels) {
        FontReader.copy(fonts[random.nextInt(fonts.length)][characterClass], pixels);
    }
}
