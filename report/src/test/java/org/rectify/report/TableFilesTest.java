package org.rectify.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableFilesTest {

    private static final Table TABLE = new Table(
            "t",
            "Caption with 95\u00a0% & more.",
            List.of("Network", "Ours,\u00a0%"),
            List.of(
                    new Table.Row(List.of("tanh, \"a|b\"", "1.50\u00a0%"), false),
                    new Table.Row(List.of("<b>_x_\n\\input{y}", "\u2013"), false),
                    new Table.Row(List.of("3 \u00d7 1000", "\u22120.22"), false),
                    new Table.Row(List.of("\u03b1 = \u221e", "2"), false)));

    @Test
    void writesCsvWithoutDashesAndWithPlainMinus() {
        assertThat(TableFiles.csv(TABLE)).isEqualTo("""
                Network,"Ours, %"
                "tanh, ""a|b""\",1.50 %
                <b>_x_ \\input{y},
                3 \u00d7 1000,-0.22
                \u03b1 = \u221e,2
                """);
    }

    @Test
    void writesMarkdownThatSaysNothingButItsCells() {
        assertThat(TableFiles.markdown(TABLE)).isEqualTo("""
                Caption with 95 % &amp; more.

                | Network | Ours, % |
                | --- | --- |
                | tanh, "a\\|b" | 1.50 % |
                | &lt;b>\\_x\\_ \\\\input{y} | \u2013 |
                | 3 \u00d7 1000 | \u22120.22 |
                | \u03b1 = \u221e | 2 |
                """);
    }

    @Test
    void writesLatexInWhichNoCellIsACommand() {
        assertThat(TableFiles.latex(TABLE)).isEqualTo("""
                % needs \\usepackage{booktabs}
                \\begin{table}
                \\caption{Caption with 95 \\% \\& more.}
                \\begin{tabular}{lr}
                \\toprule
                Network & Ours, \\% \\\\
                \\midrule
                tanh, "a\\textbar{}b" & 1.50 \\% \\\\
                \\textless{}b\\textgreater{}\\_x\\_ \\textbackslash{}input\\{y\\} & -- \\\\
                3 $\\times$ 1000 & $-$0.22 \\\\
                $\\alpha$ = $\\infty$ & 2 \\\\
                \\bottomrule
                \\end{tabular}
                \\end{table}
                """);
    }
}
