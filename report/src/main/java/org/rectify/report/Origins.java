package org.rectify.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.rectify.engine.record.Provenance;

/** Where runs come from, in words. */
final class Origins {

    private Origins() {}

    static String build(Provenance provenance) {
        String revision = provenance
                .build()
                .revision()
                .map(commit -> ", revision " + commit)
                .orElse("");
        String modified = provenance.build().modified().orElse(false) ? ", modified" : "";
        return provenance.build().version() + revision + modified;
    }

    static String[] computation(Provenance provenance) {
        Provenance.Computation computation = provenance.computation();
        String threads = computation.threads() + (computation.threads() == 1 ? " thread" : " threads");
        return Stream.concat(
                        Stream.of(computation.backend() + " backend, " + threads),
                        computation.vectorBits().stream().mapToObj(bits -> "vectors of " + bits + " bits"))
                .toArray(String[]::new);
    }

    static String[] machine(Provenance provenance) {
        return new String[] {
            provenance.machine().cpu() + ", " + provenance.machine().processors() + " processors",
            provenance.machine().system() + " " + provenance.machine().systemVersion() + ", "
                    + provenance.machine().architecture(),
            "Java " + provenance.machine().javaVersion() + ", "
                    + provenance.machine().javaVendor() + ", "
                    + provenance.machine().virtualMachine(),
            "heap up to " + Numbers.count(provenance.machine().maxHeapBytes() / 1048576.0) + " MiB"
        };
    }

    static List<Page.Line> data(Provenance provenance) {
        List<Page.Line> lines = new ArrayList<>();
        lines.add(new Page.Line(
                provenance.dataset().name() + ": " + provenance.dataset().source(), ""));
        new TreeMap<>(provenance.dataset().checksums())
                .forEach((file, checksum) -> lines.add(new Page.Line(file, checksum)));
        return lines;
    }

    static List<Page.Line> plugins(Provenance provenance) {
        return provenance.plugins().stream()
                .map(plugin -> new Page.Line(plugin.id() + " " + plugin.version(), plugin.sha256()))
                .toList();
    }

    /** Of many runs, every different line once. */
    static List<Page.Entry> ofAll(List<Provenance> all) {
        List<Page.Entry> entries = new ArrayList<>();
        all.stream().map(Provenance::started).min(Comparator.naturalOrder()).ifPresent(first -> {
            String last = all.stream()
                    .map(one -> one.ended().orElse(one.started()))
                    .max(Comparator.naturalOrder())
                    .orElse(first)
                    .toString();
            entries.add(new Page.Entry("Time", List.of(new Page.Line(first + " to " + last, ""))));
        });
        entries.add(entry("Rectify", all.stream().map(one -> new Page.Line(build(one), ""))));
        entries.add(entry(
                "Computation", all.stream().map(one -> new Page.Line(String.join(", ", computation(one)), ""))));
        entries.add(entry(
                "Machine", all.stream().flatMap(one -> Stream.of(machine(one))).map(line -> new Page.Line(line, ""))));
        entries.add(entry("Data", all.stream().flatMap(one -> data(one).stream())));
        entries.add(entry("Plugins", all.stream().flatMap(one -> plugins(one).stream())));
        return entries;
    }

    private static Page.Entry entry(String name, Stream<Page.Line> lines) {
        return new Page.Entry(name, lines.distinct().toList());
    }
}
