package org.rectify.cli;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.rectify.api.dataset.DatasetFactory;
import org.rectify.engine.data.Datasets;
import org.rectify.fetch.FetchLimits;
import org.rectify.fetch.Fetcher;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** What {@code rectify datasets fetch} does once its arguments are read; apart from them, since help may not touch the engine. */
record DatasetFetching(CommandLine command, Terminals terminals, String name, List<URI> mirrors, Path dataDirectory) {

    /** Fetches what is missing, and returns the exit code. */
    int run(PluginOptions plugins) {
        mirrors.forEach(this::requireWebAddress);
        try (Workbench workbench = Workbench.open(plugins.directories())) {
            DatasetFactory<?> dataset = Datasets.named(name, workbench.registry());
            if (dataset.remoteFiles().isEmpty()) {
                String byHand = dataset.filesByHand();
                command.getOut()
                        .println(dataset.name() + ": there is nothing to fetch; "
                                + (byHand.isEmpty()
                                        ? "no published files belong to it"
                                        : "its files are put in place by hand\n" + byHand));
                return ExitCode.DONE;
            }
            FetchProgress progress = new FetchProgress(command.getOut(), command.getErr(), terminals);
            new Fetcher(dataDirectory, mirrors, FetchLimits.STANDARD, progress).fetch(dataset);
        }
        return ExitCode.DONE;
    }

    private void requireWebAddress(URI mirror) {
        String scheme = String.valueOf(mirror.getScheme()).toLowerCase(Locale.ROOT);
        boolean isWeb = (scheme.equals("http") || scheme.equals("https")) && mirror.getHost() != null;
        if (!isWeb || mirror.getQuery() != null || mirror.getFragment() != null) {
            throw new ParameterException(
                    command, "--from " + mirror + ": accepted are addresses of folders, http://... and https://...");
        }
    }
}
