package org.rectify.engine.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Properties;
import org.junit.jupiter.api.Test;

class BuildTest {

    @Test
    void knowsItsVersion() {
        assertThat(Build.current().version()).matches("\\d+\\.\\d+\\.\\d+(-SNAPSHOT)?");
        assertThat(Build.current().revision().stream()).allMatch(revision -> revision.matches("[0-9a-f]{40}"));
    }

    @Test
    void doesNotKnowARevisionThatTheBuildDidNotFillIn() {
        Properties properties = new Properties();
        properties.setProperty("version", "1.0.0");
        properties.setProperty("revision", "${git.commit.id.full}");
        properties.setProperty("modified", "${git.dirty}");

        Build build = Build.of(properties);

        assertThat(build.revision()).isEmpty();
        assertThat(build.modified()).isEmpty();
    }
}
