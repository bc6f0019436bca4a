package org.rectify.study;

import java.util.List;
import org.rectify.study.result.CellResult;
import org.rectify.study.result.ClaimVerdict;
import org.rectify.study.result.Outcomes;

/**
 * What a study came to.
 *
 * @param complete whether every trial it takes has ended; else it was stopped
 * @param outcomes of its trials
 * @param cells the table
 * @param verdicts on its claims
 */
public record StudyOutcome(boolean complete, Outcomes outcomes, List<CellResult> cells, List<ClaimVerdict> verdicts) {

    /** Copies the lists. */
    public StudyOutcome {
        cells = List.copyOf(cells);
        verdicts = List.copyOf(verdicts);
    }
}
