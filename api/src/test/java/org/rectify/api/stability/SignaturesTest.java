package org.rectify.api.stability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.rectify.api.plugin.Plugin;

/** The api is frozen: what authors compile against does not change unnoticed. */
class SignaturesTest {

    private static final Path KEPT = Path.of("signatures.txt");
    private static final String UPDATE = "signatures.update";

    @Test
    void signaturesAreThoseOfTheKeptListing() throws IOException, URISyntaxException {
        List<String> found = Signatures.below(compiled());
        if (System.getProperty(UPDATE) != null) {
            Files.write(KEPT, found);
        }
        assertThat(changes(Files.readAllLines(KEPT), found))
                .as(
                        "changes to what api/signatures.txt says (- is gone, + is new). Are they meant? Then mark what is new with @since, "
                                + "say in CHANGELOG.md and docs/develop/versions.md what an author changes, and keep the new listing: "
                                + "mvn test -pl api -Dtest=SignaturesTest -D" + UPDATE)
                .isEmpty();
    }

    @Test
    void theListingIsInOrderAndSaysEverythingOnce() throws IOException {
        List<String> types = Files.readAllLines(KEPT).stream()
                .map(line -> line.substring(0, line.indexOf(':')))
                .toList();
        assertThat(types).isSorted().contains(Plugin.class.getName());
        assertThat(Files.readAllLines(KEPT)).doesNotHaveDuplicates();
    }

    public abstract static class Shape<T extends Comparable<T>> implements DoubleSupplier {

        public static final int CORNERS = 3;

        protected Shape(T... parts) throws IOException {
            throw new IOException(List.of(parts).toString());
        }

        protected abstract <N extends Number> @Nullable N largest(List<? extends N> numbers, int[] places);

        void hidden() {}
    }

    @Test
    void classesAreListedWithTheirMembers() {
        assertThat(unqualified(Shape.class))
                .containsExactlyInAnyOrder(
                        "public abstract static class<T extends Comparable<T>> implements DoubleSupplier",
                        "constructor protected (T[]...) throws IOException",
                        "field public static final int CORNERS",
                        "method protected abstract <N extends Number> @Nullable N largest(List<? extends N>, int[])");
    }

    public sealed interface Part extends Iterable<Part> permits Wheel, Colour {

        @Experimental
        default Optional<String> title() {
            return Optional.empty();
        }
    }

    public record Wheel(double radius, @Nullable String rim) implements Part {

        public Wheel(double radius) {
            this(radius, null);
        }

        public double circumference() {
            return 2 * Math.PI * radius;
        }

        @Override
        public Iterator<Part> iterator() {
            return List.<Part>of(this).iterator();
        }

        @Override
        public String toString() {
            return "a wheel";
        }
    }

    @Experimental
    public enum Colour implements Part {
        RED;

        @Override
        public Iterator<Part> iterator() {
            return List.<Part>of().iterator();
        }
    }

    @Test
    void recordsInterfacesAndEnumsAreListedWithoutWhatTheyImply() {
        assertThat(unqualified(Part.class))
                .containsExactlyInAnyOrder(
                        "public sealed interface extends Iterable<Part> permits Colour, Wheel",
                        "method @Experimental public default Optional<String> title()");
        assertThat(unqualified(Wheel.class))
                .containsExactlyInAnyOrder(
                        "public record(double radius, @Nullable String rim) implements Part",
                        "constructor public (double)",
                        "method public Iterator<Part> iterator()",
                        "method public double circumference()");
        assertThat(unqualified(Colour.class))
                .containsExactlyInAnyOrder(
                        "@Experimental public enum implements Part",
                        "field public static final constant RED",
                        "method public Iterator<Part> iterator()");
    }

    public @interface Mark {

        String value() default "none";

        int[] places();
    }

    @Test
    void annotationsAreListedWithTheirDefaults() {
        assertThat(unqualified(Mark.class))
                .containsExactlyInAnyOrder(
                        "public annotation extends Annotation",
                        "method public abstract String value() = 'none'",
                        "method public abstract int[] places()");
    }

    @Test
    void changesAreToldByLine() {
        assertThat(changes(List.of("a", "b", "c"), List.of("a", "c", "d"))).containsExactly("- b", "+ d");
    }

    /** The lines of a type without packages. */
    private static List<String> unqualified(Class<?> type) {
        return Signatures.of(type).stream()
                .map(line -> line.substring(line.indexOf(": ") + 2).replaceAll("([a-z]+\\.)+(\\w+\\$)?", ""))
                .toList();
    }

    private static List<String> changes(List<String> kept, List<String> found) {
        return Stream.concat(
                        kept.stream().filter(line -> !found.contains(line)).map(line -> "- " + line),
                        found.stream().filter(line -> !kept.contains(line)).map(line -> "+ " + line))
                .toList();
    }

    private static Path compiled() throws URISyntaxException {
        return Path.of(
                Plugin.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    }
}
