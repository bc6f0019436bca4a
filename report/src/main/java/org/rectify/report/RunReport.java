package org.rectify.report;

import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.util.List;
import org.rectify.engine.record.Provenance;
import org.rectify.engine.record.RunResult;
import org.rectify.engine.training.EpochReport;

/** Renders a run as one page that needs no other file and no network. */
public final class RunReport {

    private RunReport() {}

    /**
     * The page of a run.
     *
     * @param reports of training, in order; may be empty
     * @param configuration the resolved experiment
     * @return HTML with everything that came from users escaped
     */
    @SuppressWarnings("NullAway") // generated code takes null for "no interceptor"
    public static String render(
            RunResult result, Provenance provenance, List<EpochReport> reports, String configuration) {
        Page page = new PageAuthor(result, provenance, reports, configuration).write();
        StringOutput html = new StringOutput();
        JtereportGenerated.render(new OwaspHtmlTemplateOutput(html), null, page);
        return html.toString();
    }
}
