package org.rectify.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Help.Ansi;

class TerminalsTest {

    private static final Map<String, String> XTERM = Map.of("TERM", "xterm-256color");

    @Test
    void coloursHelpOnATerminalOnly() {
        assertThat(Terminals.of("out,err", XTERM).help()).isEqualTo(Ansi.ON);
        assertThat(Terminals.of(",err", XTERM).help()).isEqualTo(Ansi.OFF);
        assertThat(Terminals.of("", XTERM).help()).isEqualTo(Ansi.OFF);
    }

    @Test
    void honoursTheWishForNoColour() {
        Terminals terminals = Terminals.of("out,err", Map.of("TERM", "xterm", "NO_COLOR", "1"));

        assertThat(terminals.help()).isEqualTo(Ansi.OFF);
        assertThat(terminals.redraws()).isTrue();
    }

    @Test
    void redrawsNothingOnADumbTerminalOrNone() {
        assertThat(Terminals.of("out,err", XTERM).redraws()).isTrue();
        assertThat(Terminals.of("out", XTERM).redraws()).isFalse();
        assertThat(Terminals.of("out,err", Map.of("TERM", "dumb")).redraws()).isFalse();
        assertThat(Terminals.of("out,err", Map.of()).redraws()).isFalse();
    }
}
