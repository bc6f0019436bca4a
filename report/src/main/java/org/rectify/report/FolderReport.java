package org.rectify.report;

import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.rectify.api.error.Category;
import org.rectify.api.error.RectifyException;
import org.rectify.engine.record.RunFiles;

/**
 * The report of a folder of runs and studies: the paper's tables and figures with ours beside every number, as one page that
 * needs no other file and no network.
 */
public final class FolderReport {

    private final FolderPage page;

    private FolderReport(FolderPage page) {
        this.page = page;
    }

    /**
     * Reads a folder.
     *
     * @param folder that holds runs or studies, at any depth
     * @param functions that figures 1 and 2 draw
     * @throws RectifyException of the user's category if it holds none
     */
    public static FolderReport of(Path folder, DrawnFunctions functions) {
        return new FolderReport(new FolderPageAuthor(RunCollection.read(folder), functions).write());
    }

    /** Runs and studies that are left out, each with the reason. */
    public List<String> leftOut() {
        return page.leftOut().stream().map(one -> one.name() + ": " + one.why()).toList();
    }

    /** The page, with everything that came from users escaped. */
    @SuppressWarnings("NullAway") // generated code takes null for "no interceptor"
    public String html() {
        StringOutput html = new StringOutput();
        JtefolderGenerated.render(new OwaspHtmlTemplateOutput(html), null, page);
        return html.toString();
    }

    /**
     * Writes the page, and beside it every table as CSV, Markdown and LaTeX and every figure of the paper as SVG and, where it
     * has curves or points, as CSV, in place of earlier ones.
     *
     * @param file of the page; those of tables and figures begin with its name
     * @return the files, the page first
     * @throws RectifyException of the user's category if they cannot be written
     */
    public List<Path> write(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder) || Files.isDirectory(file)) {
            throw new RectifyException(
                    Category.USER, "cannot write " + file + "; accepted is a file in a folder that exists");
        }
        List<Path> written = new ArrayList<>();
        write(file, html(), written);
        String stem = String.valueOf(file.getFileName()).replaceFirst("\\.html?$", "");
        Stream.of(page.tables().stream(), page.claims().table().stream(), Stream.of(page.arms()))
                .flatMap(tables -> tables)
                .forEach(table -> {
                    String name = stem + "-" + table.id();
                    write(file.resolveSibling(name + ".csv"), TableFiles.csv(table), written);
                    write(file.resolveSibling(name + ".md"), TableFiles.markdown(table), written);
                    write(file.resolveSibling(name + ".tex"), TableFiles.latex(table), written);
                });
        page.figures()
                .forEach(figure -> FigureFiles.of(figure)
                        .forEach((ending, text) ->
                                write(file.resolveSibling(stem + "-" + figure.id() + ending), text, written)));
        return List.copyOf(written);
    }

    private static void write(Path file, String text, List<Path> written) {
        RunFiles.writeAtomically(file, writer -> writer.write(text));
        written.add(file);
    }
}
