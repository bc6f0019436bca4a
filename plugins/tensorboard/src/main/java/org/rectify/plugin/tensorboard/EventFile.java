package org.rectify.plugin.tensorboard;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.rectify.api.error.Category;
import org.rectify.api.error.RectifyException;

/**
 * A file of records in TensorFlow's framing: the length of a record (64 bits, little-endian), the masked CRC-32C of these
 * eight bytes, the record, and the masked CRC-32C of the record.
 */
final class EventFile implements AutoCloseable {

    private static final int MASK = 0xa282ead8;
    private static final int ROTATION = 15;

    private final Path file;
    private final OutputStream out;

    /**
     * Makes a file that does not exist yet, and the folders it is to lie in.
     *
     * @throws RectifyException of category {@code USER} when it cannot be made
     */
    EventFile(Path folder, long seconds) {
        file = folder.resolve("events.out.tfevents." + seconds + "." + host());
        try {
            Files.createDirectories(folder);
            out = new BufferedOutputStream(
                    Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
        } catch (IOException e) {
            throw cannotWrite(e);
        }
    }

    /** As the environment names the machine: asking the network for its name would be a connection. */
    private static String host() {
        return Optional.ofNullable(System.getenv("HOSTNAME"))
                .or(() -> Optional.ofNullable(System.getenv("COMPUTERNAME")))
                .filter(name -> name.matches("[A-Za-z0-9.-]+"))
                .orElse("localhost");
    }

    /** Writes a record so that readers see it at once. */
    void append(byte[] data) {
        byte[] length = ByteBuffer.allocate(Long.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(data.length)
                .array();
        try {
            out.write(length);
            out.write(checksum(length));
            out.write(data);
            out.write(checksum(data));
            out.flush();
        } catch (IOException e) {
            throw cannotWrite(e);
        }
    }

    private static byte[] checksum(byte[] data) {
        CRC32C crc = new CRC32C();
        crc.update(data);
        int masked = Integer.rotateRight((int) crc.getValue(), ROTATION) + MASK;
        return ByteBuffer.allocate(Integer.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(masked)
                .array();
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw cannotWrite(e);
        }
    }

    private RectifyException cannotWrite(IOException cause) {
        return new RectifyException(
                Category.USER,
                "cannot write " + file + " (" + cause
                        + "); make room for it, or choose another directory for tensorboard",
                cause);
    }
}
