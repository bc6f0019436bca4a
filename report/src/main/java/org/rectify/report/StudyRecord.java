package org.rectify.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a study's folder tells besides its runs.
 *
 * @param name of the study and its level
 * @param folder that holds it
 * @param selected names of the trials whose test values may be told (item 19)
 * @param claims that were judged
 * @param damages what cannot be read, each as a phrase with the file's name
 */
record StudyRecord(String name, Path folder, Set<String> selected, List<ClaimRecord> claims, List<String> damages) {

    private static final String TABLE = "study.json";
    private static final String CLAIMS = "claims.json";
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /** Copies the collections. */
    StudyRecord {
        selected = Set.copyOf(selected);
        claims = List.copyOf(claims);
        damages = List.copyOf(damages);
    }

    /** Whether a study left its table in a folder. */
    static boolean isStudy(Path folder) {
        return Files.isRegularFile(folder.resolve(TABLE));
    }

    /** Reads what can be read. */
    static StudyRecord read(Path folder) {
        List<String> damages = new ArrayList<>();
        JsonNode table = tree(folder.resolve(TABLE), damages);
        String level = table.path("level").asText("");
        String name = table.path("study")
                .asText(String.valueOf(folder.toAbsolutePath().normalize().getFileName()));
        String full = level.isEmpty() || level.equals("null") ? name : name + ", level " + level;
        Set<String> selected = new HashSet<>();
        table.path("cells").forEach(cell -> cell.path("trials").forEach(trial -> selected.add(trial.asText())));
        List<ClaimRecord> claims = new ArrayList<>();
        if (Files.isRegularFile(folder.resolve(CLAIMS))) {
            tree(folder.resolve(CLAIMS), damages).path("claims").forEach(node -> claims.add(claim(full, node)));
        }
        return new StudyRecord(full, folder, selected, claims, damages);
    }

    private static JsonNode tree(Path file, List<String> damages) {
        try {
            return MAPPER.readTree(Files.readString(file));
        } catch (JsonProcessingException broken) {
            damages.add(file.getFileName() + " is damaged: it is no JSON");
        } catch (IOException unreadable) {
            damages.add(file.getFileName() + " cannot be read");
        }
        return MAPPER.createObjectNode();
    }

    private static ClaimRecord claim(String study, JsonNode node) {
        List<ClaimRecord.Finding> findings = new ArrayList<>();
        node.path("findings")
                .forEach(finding -> findings.add(new ClaimRecord.Finding(
                        finding.path("claim").asText(""),
                        finding.path("verdict").asText(""),
                        finding.path("explanation").asText(""),
                        number(finding.path("estimate")),
                        number(finding.path("interval").path(0)),
                        number(finding.path("interval").path(1)),
                        number(finding.path("adjusted-p")),
                        finding.path("count").asInt(),
                        finding.path("unit").asText(""))));
        return new ClaimRecord(
                study,
                node.path("says").asText(node.path("name").asText("")),
                node.path("item").asText(""),
                node.path("verdict").asText(ClaimRecord.UNDECIDED),
                findings);
    }

    private static double number(JsonNode node) {
        return node.asDouble(Double.NaN);
    }
}
