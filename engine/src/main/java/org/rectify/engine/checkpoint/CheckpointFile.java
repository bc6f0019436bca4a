package org.rectify.engine.checkpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.rectify.api.array.Matrices;
import org.rectify.api.error.DataException;
import org.rectify.kernels.network.Parameters;
import org.rectify.kernels.network.Signs;

/**
 * Checkpoints in the safetensors format: eight bytes of header length, a JSON header, then little-endian 32-bit floats.
 *
 * <p>Tensors are {@code layer-1/weights} (inputs x units), {@code layer-1/biases}, {@code layer-1/signs}, ..., {@code
 * output/weights}, {@code output/biases}. The header's metadata carries the format's version and the SHA-256 of the
 * tensors, so that a damaged file is refused.
 */
public final class CheckpointFile {

    private static final String VERSION_KEY = "rectify-format";
    private static final String VERSION = "1";
    private static final String CHECKSUM_KEY = "tensors-sha256";
    private static final int LARGEST_HEADER = 16 << 20;
    private static final ObjectMapper JSON = new ObjectMapper();

    private CheckpointFile() {}

    /**
     * Writes a checkpoint, whole or not at all.
     *
     * @throws IOException when the file system refuses
     */
    public static void write(Path file, Checkpoint checkpoint) throws IOException {
        Map<String, INDArray> tensors = tensors(checkpoint);
        int bytes = Math.toIntExact(
                tensors.values().stream().mapToLong(INDArray::length).sum() * Float.BYTES);
        ByteBuffer body = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
        ObjectNode header = JSON.createObjectNode();
        ObjectNode metadata = header.putObject("__metadata__");
        tensors.forEach((name, tensor) -> {
            int start = body.position();
            for (float value : Matrices.toFloats(tensor)) {
                body.putFloat(value);
            }
            ObjectNode entry = header.putObject(name);
            entry.put("dtype", "F32");
            entry.putPOJO("shape", tensor.shape());
            entry.putPOJO("data_offsets", new int[] {start, body.position()});
        });
        metadata.put(VERSION_KEY, VERSION);
        metadata.put(CHECKSUM_KEY, sha256(body.array(), 0, bytes));
        checkpoint.metadata().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> metadata.put(entry.getKey(), entry.getValue()));
        byte[] head = JSON.writeValueAsBytes(header);
        ByteBuffer whole = ByteBuffer.allocate(Long.BYTES + head.length + bytes).order(ByteOrder.LITTLE_ENDIAN);
        whole.putLong(head.length).put(head).put(body.array());
        Path partial = file.resolveSibling(file.getFileName() + ".partial");
        Files.write(partial, whole.array());
        Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private static Map<String, INDArray> tensors(Checkpoint checkpoint) {
        Map<String, INDArray> tensors = new LinkedHashMap<>();
        List<Parameters.Layer> layers = checkpoint.parameters().layers();
        for (int layer = 0; layer < layers.size(); layer++) {
            boolean output = layer == layers.size() - 1;
            String name = output ? "output" : "layer-" + (layer + 1);
            tensors.put(name + "/weights", layers.get(layer).weights());
            tensors.put(name + "/biases", layers.get(layer).biases());
            if (!output) {
                tensors.put(
                        name + "/signs",
                        Nd4j.createFromArray(checkpoint.signs().get(layer).toArray()));
            }
        }
        return tensors;
    }

    /**
     * Reads a checkpoint.
     *
     * @throws DataException when the file is missing, of another format or version, or damaged
     */
    public static Checkpoint read(Path file) {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (IOException e) {
            throw new DataException("cannot read the checkpoint " + file + ": " + e, e);
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        long length = bytes.length < Long.BYTES ? -1 : buffer.getLong();
        if (length < 2 || length > Math.min(LARGEST_HEADER, bytes.length - Long.BYTES)) {
            throw DataException.at(
                    file, 0, "not a checkpoint: a header of " + length + " bytes in a file of " + bytes.length);
        }
        int bodyStart = Long.BYTES + (int) length;
        JsonNode header = header(file, bytes, (int) length);
        Map<String, String> metadata = metadata(file, header);
        if (!VERSION.equals(metadata.remove(VERSION_KEY))) {
            throw DataException.at(file, Long.BYTES, "not a checkpoint of format version " + VERSION);
        }
        if (!sha256(bytes, bodyStart, bytes.length - bodyStart).equals(metadata.remove(CHECKSUM_KEY))) {
            throw DataException.at(file, bodyStart, "the tensors are damaged: their checksum differs");
        }
        ByteBuffer body = buffer.slice(bodyStart, bytes.length - bodyStart).order(ByteOrder.LITTLE_ENDIAN);
        return checkpoint(file, header, body, metadata);
    }

    private static JsonNode header(Path file, byte[] bytes, int length) {
        try {
            return JSON.readTree(new String(bytes, Long.BYTES, length, StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            throw DataException.at(file, Long.BYTES, "the header is not JSON: " + e.getOriginalMessage());
        }
    }

    private static Map<String, String> metadata(Path file, JsonNode header) {
        try {
            Map<String, String> metadata =
                    JSON.convertValue(header.path("__metadata__"), new TypeReference<Map<String, String>>() {});
            return metadata == null ? new LinkedHashMap<>() : new LinkedHashMap<>(metadata);
        } catch (IllegalArgumentException e) {
            throw DataException.at(file, Long.BYTES, "the header's metadata is not a map of texts");
        }
    }

    private static Checkpoint checkpoint(Path file, JsonNode header, ByteBuffer body, Map<String, String> metadata) {
        List<Signs> signs = new ArrayList<>();
        List<Parameters.Layer> layers = new ArrayList<>();
        for (int layer = 1; header.has("layer-" + layer + "/weights"); layer++) {
            layers.add(layer(file, header, body, "layer-" + layer));
            signs.add(Signs.of(Matrices.toFloats(tensor(file, header, body, "layer-" + layer + "/signs"))));
        }
        layers.add(layer(file, header, body, "output"));
        return new Checkpoint(signs, new Parameters(layers), metadata);
    }

    private static Parameters.Layer layer(Path file, JsonNode header, ByteBuffer body, String name) {
        return new Parameters.Layer(
                tensor(file, header, body, name + "/weights"), tensor(file, header, body, name + "/biases"));
    }

    private static INDArray tensor(Path file, JsonNode header, ByteBuffer body, String name) {
        JsonNode entry = header.path(name);
        int start = entry.path("data_offsets").path(0).asInt(-1);
        int end = entry.path("data_offsets").path(1).asInt(-1);
        List<Long> extents = new ArrayList<>();
        entry.path("shape").forEach(extent -> extents.add(extent.asLong(-1)));
        long count = extents.isEmpty() ? -1 : extents.stream().reduce(1L, (a, b) -> a * b);
        boolean fits = start >= 0 && end >= start && end <= body.limit() && end - start == count * Float.BYTES;
        if (!fits || !entry.path("dtype").asText().equals("F32")) {
            throw DataException.at(file, Long.BYTES, "the tensor '" + name + "' is missing or misdescribed: " + entry);
        }
        float[] values = new float[(int) count];
        body.slice(start, end - start)
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer()
                .get(values);
        return Nd4j.createFromArray(values)
                .reshape(extents.stream().mapToLong(Long::longValue).toArray());
    }

    private static String sha256(byte[] bytes, int from, int length) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes, from, length);
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
