package org.rectify.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tables of the paper's published version. */
class ExtensionTablesTest {

    private static final String PAPERS = "\"rectifier, 3 layers, with pre-training\",";
    private static final Map<String, Double> ERRORS =
            Map.of("books", 0.25, "dvd", 0.22, "electronics", 0.19, "kitchen", 0.16);

    @TempDir
    private Path folder;

    private List<String> table(String id) throws IOException {
        FolderReport.of(folder, RunMaker.functions()).write(folder.resolve("report.html"));
        return Files.readAllLines(folder.resolve("report-" + id + ".csv"));
    }

    private String line(String id, String beginning) throws IOException {
        return table(id).stream()
                .filter(row -> row.startsWith(beginning))
                .findFirst()
                .orElseThrow();
    }

    private static RunMaker norb(String activation) {
        return RunMaker.rectifier()
                .set("dataset.type", "norb")
                .set("network.hidden", "[4000, 2000]")
                .set("network.activation.type", activation)
                .train(233_172);
    }

    private static RunMaker softplus(String alpha) {
        return norb("rescaled-softplus").set("network.activation.alpha", alpha);
    }

    private static RunMaker reviews(String domain) {
        return RunMaker.rectifier()
                .set("dataset.type", "amazon")
                .set("dataset.labels", "polarity")
                .set("dataset.domain", domain)
                .train(1440);
    }

    private static RunMaker papers(String domain) {
        double error = ERRORS.getOrDefault(domain, 0.5);
        return reviews(domain).set("pretraining.type", "denoising-autoencoder").errors(error, error);
    }

    /** Wilson's intervals of 0.18 and 0.2 in 10,000. */
    @Test
    void setsEverySharpnessBesideItsOwnNumber() throws IOException {
        softplus("1.3").errors(0.18, 0.18).in(folder);
        softplus("2.0").errors(0.2, 0.2).sparsity(0).in(folder);

        assertThat(table("alpha-softplus"))
                .containsExactly(
                        "\u03b1,Paper,Ours,95 % interval,Verdict,n,Sparsity,Rate,Differs from the paper's in",
                        "1 (softplus),17.68 %,,,not run,,,,",
                        "1.3,17.53 %,18.00 %,17.26 to 18.77 %,agrees,1,80.00 %,0.1,",
                        "2,16.9 %,20.00 %,19.23 to 20.80 %,higher,1,0.00 %,0.1,",
                        "3,16.66 %,,,not run,,,,",
                        "6,16.54 %,,,not run,,,,",
                        "\u221e (rectifier),16.40 %,,,not run,,,,");
    }

    @Test
    void callsSoftplusAndRectifierTheEndsOfTheRescaledSoftplus() throws IOException {
        norb("softplus").train(1000).errors(0.3, 0.3).in(folder);
        norb("rectifier").errors(0.1, 0.1).in(folder);

        assertThat(line("alpha-softplus", "1 (softplus)"))
                .contains(",30.00 %,", ",higher,")
                .endsWith("\"1,000 of 233,172 training examples\"");
        assertThat(line("alpha-softplus", "\u221e")).contains(",10.00 %,", ",lower,");

        softplus("1").errors(0.17, 0.17).in(folder);
        assertThat(line("alpha-softplus", "1 (softplus)")).contains(",17.00 %,", ",agrees,");
    }

    @Test
    void keepsOtherUnitsAndPretrainedOnesOutOfTheSharpnesses() throws IOException {
        norb("elu").set("network.activation.alpha", "2").in(folder);
        softplus("4").in(folder);
        softplus("2").set("pretraining.type", "denoising-autoencoder").in(folder);
        softplus("2").set("fine-tuning.label-fraction", "0.1").in(folder);

        assertThat(table("alpha-softplus").stream().skip(1)).hasSize(6).allMatch(row -> row.contains(",not run,"));
    }

    @Test
    void neverComparesASharpnessWithOtherData() throws IOException {
        softplus("3")
                .set("dataset.type", "synthetic-stereo")
                .errors(0.1666, 0.1666)
                .in(folder);

        assertThat(line("alpha-softplus", "3,"))
                .contains(",16.66 %,16.66 %,", ",other data,")
                .endsWith(",generated toys");
    }

    @Test
    void printsThePapersMeansWithoutAnyRunOnAmazonReviews() throws IOException {
        RunMaker.rectifier().in(folder);

        assertThat(table("amazon"))
                .containsExactly(
                        "Network,Domain,Paper,Ours,95 % interval,Verdict,n,Sparsity,Rate,Pre-training rates,Ours is of",
                        "\"best previous, as the paper quotes it\",mean of four,73.72 %,,,,,,,,",
                        PAPERS + "books,,,,not run,,,,,",
                        PAPERS + "dvd,,,,not run,,,,,",
                        PAPERS + "electronics,,,,not run,,,,,",
                        PAPERS + "kitchen,,,,not run,,,,,",
                        PAPERS + "mean of four,78.95 %,,,not run,,,,,");
    }

    /** Wilson's intervals of 0.75 in 10,000 and, for the mean, of 0.795 in 40,000. */
    @Test
    void averagesFourDomainsAndComparesTheirMeanOnly() throws IOException {
        ERRORS.keySet().forEach(domain -> papers(domain).in(folder));

        assertThat(line("amazon", PAPERS + "books"))
                .isEqualTo(PAPERS + "books,,75.00 %,74.14 to 75.84 %,,1,80.00 %,0.1,,"
                        + "\"3 × 1000 units, 1,440 training examples\"");
        assertThat(line("amazon", PAPERS + "mean"))
                .isEqualTo(PAPERS + "mean of four,78.95 %,79.50 %,79.10 to 79.89 %,agrees,1,80.00 %,0.1,,"
                        + "\"3 × 1000 units, 1,440 training examples\"");
    }

    /** Means 0.785 and 0.805, standard error 0.01, t_0.975 of one degree of freedom 12.7062. */
    @Test
    void averagesDomainsSeedBySeed() throws IOException {
        ERRORS.forEach((domain, error) -> {
            papers(domain).seed(1).errors(error + 0.01, error + 0.01).in(folder);
            papers(domain).seed(2).errors(error - 0.01, error - 0.01).in(folder);
        });
        assertThat(line("amazon", PAPERS + "mean")).contains(",79.50 %,66.79 to 92.21 %,agrees,2,");

        papers("books").seed(3).errors(0.25, 0.25).in(folder);
        assertThat(line("amazon", PAPERS + "books")).contains(",75.00 %,72.52 to 77.48 %,,3,");
        assertThat(line("amazon", PAPERS + "mean")).contains(",79.50 %,,agrees,2,");
    }

    @Test
    void hasNoMeanBeforeAllFourDomainsAreThere() throws IOException {
        for (String domain : List.of("books", "dvd", "electronics", "all")) {
            papers(domain).in(folder);
        }

        assertThat(line("amazon", PAPERS + "kitchen")).contains(",not run,");
        assertThat(line("amazon", PAPERS + "mean")).isEqualTo(PAPERS + "mean of four,78.95 %,,,not run,,,,,");
    }

    @Test
    void showsOtherNetworksInRowsOfTheirOwn() throws IOException {
        ERRORS.forEach((domain, error) -> reviews(domain)
                .set("network.activation.type", "tanh")
                .errors(error + 0.1, error + 0.1)
                .in(folder));
        reviews("dvd").set("network.hidden", "[500]").in(folder);
        reviews("dvd").set("network.hidden", "[]").in(folder);

        assertThat(line("amazon", "\"tanh, 3 layers, without\",mean"))
                .contains(",mean of four,,69.50 %,", ",,1,80.00 %,0.1,,");
        assertThat(line("amazon", "\"rectifier, 1 layer, without\",dvd"))
                .endsWith("\"1 × 500 units, 1,440 training examples\"");
        assertThat(line("amazon", "no hidden layer,dvd")).endsWith(",\"no hidden layer, 1,440 training examples\"");
        assertThat(table("amazon")).hasSize(1 + 1 + 4 * 5);
        assertThat(line("amazon", PAPERS + "dvd")).contains(",not run,");
    }

    @Test
    void takesOfTheSameNetworksInADomainTheOneThatLearnedFromMore() throws IOException {
        papers("books").train(700).errors(0.1, 0.1).in(folder);
        papers("books").set("network.hidden", "[500, 500, 500]").in(folder);
        papers("books")
                .set("dataset.labelled", "100")
                .train(100)
                .errors(0.05, 0.05)
                .in(folder);

        assertThat(line("amazon", PAPERS + "books")).contains(",75.00 %,", "3 × 500 units, 1,440 training examples");
    }

    @Test
    void setsPolarityApartFromStars() throws IOException {
        papers("books").rmse(0.4).in(folder);
        assertThat(line("table-2", "\"rectifier, 3 layers\"")).contains(",not run,");

        papers("dvd").set("dataset.labels", "stars").rmse(1.25).in(folder);
        assertThat(line("table-2", "\"rectifier, 3 layers\"")).contains(",1.250,", ",other data,", "Amazon reviews");
        assertThat(line("amazon", PAPERS + "dvd")).contains(",not run,");
    }
}
