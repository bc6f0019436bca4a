package org.rectify.dataset.norb.render;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.rectify.api.error.DataException;

/**
 * Reads the surface of a Wavefront OBJ model: its vertices ({@code v}) and faces ({@code f}), flat, of one grey.
 *
 * <p>y points up in the file. Normals, texture coordinates, materials, groups, lines and points are passed over; a
 * statement of any other kind is an error. Faces are seen from both sides, so that their order of corners does not matter.
 */
final class ObjReader {

    /** The largest file that is read, in bytes. */
    static final long LARGEST_FILE = 64L << 20;

    private static final int LARGEST_FACE = 1000;
    private static final int MOST_TRIANGLES = 500_000;
    private static final float GREY = .75f;
    private static final double FARTHEST = 1e9;

    private static final Set<String> PASSED_OVER =
            Set.of("vn", "vt", "vp", "g", "o", "s", "usemtl", "mtllib", "l", "p");
    private static final Pattern BLANKS = Pattern.compile("[ \\t]+");
    private static final Pattern NUMBER =
            Pattern.compile("[+-]?(?:[0-9]++(?:\\.[0-9]*+)?+|\\.[0-9]++)(?:[eE][+-]?[0-9]{1,3})?");
    private static final Pattern CORNER = Pattern.compile("-?[0-9]{1,9}(?:/(?:-?[0-9]{1,9})?(?:/-?[0-9]{1,9})?)?");

    private final Path file;
    private final List<Point> vertices = new ArrayList<>();
    private final List<Point> corners = new ArrayList<>();
    private int line;

    private ObjReader(Path file) {
        this.file = file;
    }

    /**
     * Reads a model.
     *
     * @param file its name in messages
     * @throws DataException that names file and line, when the content is no such model or has no face
     */
    static Mesh read(Path file, byte[] content) {
        ObjReader reader = new ObjReader(file);
        // Names may be in any encoding; nothing else is outside ASCII.
        for (String text : (Iterable<String>) new String(content, StandardCharsets.ISO_8859_1).lines()::iterator) {
            reader.line++;
            int comment = text.indexOf('#');
            String statement = (comment < 0 ? text : text.substring(0, comment)).strip();
            if (!statement.isEmpty()) {
                reader.read(BLANKS.split(statement));
            }
        }
        if (reader.corners.isEmpty()) {
            throw new DataException(file + ": a model without a face, must have at least one line f");
        }
        return reader.mesh();
    }

    private void read(String[] words) {
        if (words[0].equals("v")) {
            vertex(words);
        } else if (words[0].equals("f")) {
            face(words);
        } else if (!PASSED_OVER.contains(words[0])) {
            throw error("unknown statement '" + shortened(words[0]) + "'; accepted are v, f and, passed over, "
                    + String.join(", ", PASSED_OVER.stream().sorted().toList()));
        }
    }

    /** Three coordinates; a weight or a colour may follow. */
    private void vertex(String[] words) {
        if (words.length < 4 || words.length > 8) {
            throw error("a vertex of " + (words.length - 1) + " numbers, must be at least 3 and at most 7");
        }
        double x = coordinate(words[1]);
        double y = coordinate(words[2]);
        double z = coordinate(words[3]);
        vertices.add(new Point(x, -z, y));
    }

    private double coordinate(String word) {
        double value = NUMBER.matcher(word).matches() ? Double.parseDouble(word) : Double.NaN;
        if (!(Math.abs(value) <= FARTHEST)) {
            throw error("coordinate '" + shortened(word) + "', must be a number from -1e9 to 1e9");
        }
        return value;
    }

    private void face(String[] words) {
        int size = words.length - 1;
        if (size < 3 || size > LARGEST_FACE) {
            throw error("a face of " + size + " corners, must be at least 3 and at most " + LARGEST_FACE);
        }
        if (corners.size() / 3 + size - 2 > MOST_TRIANGLES) {
            throw error("more than " + MOST_TRIANGLES + " triangles; reduce the model");
        }
        for (int corner = 2; corner < size; corner++) {
            corners.add(corner(words[1]));
            corners.add(corner(words[corner]));
            corners.add(corner(words[corner + 1]));
        }
    }

    /** The vertex a face names: from 1, or from -1 backwards. */
    private Point corner(String word) {
        if (!CORNER.matcher(word).matches()) {
            throw error("corner '" + shortened(word) + "', must be a vertex' number, as in 3, 3/1, 3//2 or 3/1/2");
        }
        int slash = word.indexOf('/');
        int number = Integer.parseInt(slash < 0 ? word : word.substring(0, slash));
        int index = number < 0 ? vertices.size() + number : number - 1;
        if (number == 0 || index < 0 || index >= vertices.size()) {
            throw error("vertex " + number + " of a face, but there are " + vertices.size() + " so far, from 1");
        }
        return vertices.get(index);
    }

    private Mesh mesh() {
        float[] places = new float[3 * corners.size()];
        float[] normals = new float[3 * corners.size()];
        float[] greys = new float[corners.size()];
        int[] order = new int[corners.size()];
        for (int corner = 0; corner < corners.size(); corner++) {
            int first = corner - corner % 3;
            Point origin = corners.get(first);
            Point normal = corners.get(first + 1)
                    .minus(origin)
                    .cross(corners.get(first + 2).minus(origin))
                    .unit();
            corners.get(corner).write(places, 3 * corner);
            normal.write(normals, 3 * corner);
            greys[corner] = GREY;
            order[corner] = corner;
        }
        return new Mesh(places, normals, greys, order, false).fittedToUnitBall();
    }

    private static String shortened(String word) {
        return word.length() > 40 ? word.substring(0, 40) + "..." : word;
    }

    private DataException error(String message) {
        return DataException.atLine(file, line, message);
    }
}
