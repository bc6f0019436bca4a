package org.rectify.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rectify.engine.component.ComponentRegistry;
import org.rectify.engine.config.StudyFile;
import org.rectify.study.StudyDirectory;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A study, as the command line describes it. */
final class StudyOptions {

    @Parameters(paramLabel = "FILE", description = "The study's file, or a folder with study.conf in it.")
    private Path place = Path.of("");

    @Option(
            names = "--level",
            paramLabel = "LEVEL",
            description = "The budget: one of the file's study.levels (default: the file as it stands).")
    private Optional<String> level = Optional.empty();

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Replace a value of the file: --set study.seeds=[1,2]. May be repeated.")
    private List<String> overrides = List.of();

    @Option(
            names = "--jobs",
            paramLabel = "N",
            description = "Trials that run side by side (default: one for each processor); short for"
                    + " --set study.executor.jobs=N.")
    private Optional<Integer> jobs = Optional.empty();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "studies",
            description = "Make the study's folder in this one, or take up the one that is there"
                    + " (default: ${DEFAULT-VALUE}).")
    private Path output = Path.of("studies");

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description =
                    "The folder that holds a folder for each data set (default: $RECTIFY_DATA or ~/.rectify/data).")
    private Optional<Path> data = Optional.empty();

    @Mixin
    private PluginOptions plugins = new PluginOptions();

    List<Path> pluginDirectories() {
        return plugins.directories();
    }

    /** Where data sets lie. */
    Path dataDirectory() {
        return Installation.data(data);
    }

    /** How many trials run side by side, where that was said. */
    Optional<Integer> jobs() {
        return jobs;
    }

    /** Reads the study. */
    StudyFile read(ComponentRegistry registry) {
        List<String> all = new ArrayList<>(overrides);
        jobs.ifPresent(number -> all.add("study.executor.jobs=" + number));
        return StudyFile.read(place, level, all, registry, dataDirectory());
    }

    /** Where a study is kept: named after its experiment and level. */
    StudyDirectory directory(StudyFile file) {
        String name = file.name() + level.map(budget -> "-" + budget).orElse("");
        return new StudyDirectory(output.resolve(name).toAbsolutePath().normalize());
    }
}
