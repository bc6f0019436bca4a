package org.rectify.dataset.nistp;

import org.rectify.api.dataset.ByteFeatures;
import org.rectify.api.dataset.DenseFeatures;
import org.rectify.dataset.nistp.image.Canvas;

/** Examples that are generated whenever they are asked for, with the values they would have if they were kept as bytes. */
final class StreamedFeatures implements DenseFeatures {

    private final Generator generator;
    private final int rows;
    private final ThreadLocal<Room> rooms = ThreadLocal.withInitial(Room::new);

    StreamedFeatures(Generator generator, int rows) {
        this.generator = generator;
        this.rows = rows;
    }

    @Override
    public int rows() {
        return rows;
    }

    @Override
    public int columns() {
        return Canvas.PIXELS;
    }

    @Override
    public void copyRow(int row, float[] target, int offset) {
        if (row < 0 || row >= rows) {
            throw new IndexOutOfBoundsException("row " + row + " of " + rows);
        }
        Room room = rooms.get();
        generator.generate(row, room.canvas);
        room.canvas.copyTo(room.bytes, 0);
        room.scaled.copyRow(0, target, offset);
    }

    /** What one thread needs. */
    private static final class Room {

        private final Canvas canvas = new Canvas();
        private final byte[] bytes = new byte[Canvas.PIXELS];
        private final ByteFeatures scaled = ByteFeatures.pixels(bytes, 0, 1, Canvas.PIXELS);
    }
}
