package org.rectify.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The report of a folder in a real browser, which is looked for on the path. */
@Tag("slow")
class BrowserTest {

    @TempDir
    private Path folder;

    private Path page = Path.of("");
    private String browser = "";

    @BeforeEach
    void writeAPageWithEveryFigure() {
        Optional<String> found = Stream.of("chromium", "chromium-browser", "google-chrome")
                .flatMap(name -> Stream.of(
                                System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                        .map(place -> Path.of(place, name)))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst();
        assumeThat(found).as("a chromium on the path").isPresent();
        browser = found.orElseThrow();
        for (int step = 1; step <= 6; step++) {
            RunMaker.rectifier()
                    .set(Setting.PENALTY, "0.000" + step)
                    .sparsity(0.6 + 0.04 * step)
                    .withHistograms()
                    .in(folder);
        }
        for (String fraction : List.of("0.01", "0.1", "0.5")) {
            RunMaker.rectifier().set("fine-tuning.label-fraction", fraction).in(folder);
        }
        page = FolderReport.of(folder, RunMaker.functions())
                .write(folder.resolve("report.html"))
                .get(0);
    }

    @Test
    void showsEveryFigureAndNothingOnTheConsole() throws Exception {
        Path out = folder.resolve("dom.txt");
        Path err = folder.resolve("console.txt");

        browse(out, err, "--enable-logging=stderr", "--dump-dom");

        String dom = Files.readString(out);
        for (String figure : List.of("1-left", "1-right", "2-left", "2-right", "3-left", "3-right")) {
            assertThat(dom).containsPattern("<figure id=\"figure-" + figure + "\"[^>]*>\\s*<p class=\"axis\">");
        }
        assertThat(Pattern.compile("<svg [^>]*role=\"img\"").matcher(dom).results())
                .hasSizeGreaterThan(6 + 2 + 7 + 3);
        assertThat(Pattern.compile("<svg class=\"histogram\"[^>]*role=\"img\"")
                        .matcher(dom)
                        .results())
                .hasSizeGreaterThanOrEqualTo(3);
        assertThat(Files.readString(err)).doesNotContain("CONSOLE");
    }

    @Test
    void paintsPagesForDesksAndPhonesInLightAndDark() throws Exception {
        long[] brightness = new long[4];
        int shot = 0;
        for (String size : List.of("1200,3000", "500,3000")) {
            for (String scheme : List.of("1", "0")) {
                Path picture = folder.resolve("shot-" + shot + ".png");
                browse(
                        folder.resolve("out.txt"),
                        folder.resolve("err.txt"),
                        "--blink-settings=preferredColorScheme=" + scheme,
                        "--window-size=" + size,
                        "--screenshot=" + picture);
                brightness[shot++] = ImageIO.read(picture.toFile()).getRGB(2, 2) & 0xFF;
            }
        }

        assertThat(brightness[0]).isGreaterThan(200).isEqualTo(brightness[2]);
        assertThat(brightness[1]).isLessThan(60).isEqualTo(brightness[3]);
    }

    private void browse(Path out, Path err, String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                browser,
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--hide-scrollbars",
                "--user-data-dir=" + folder.resolve("profile")));
        command.addAll(List.of(options));
        command.add(page.toUri().toString());
        Process process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).as("the browser ends").isTrue();
    }
}
