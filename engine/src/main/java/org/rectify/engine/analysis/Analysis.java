package org.rectify.engine.analysis;

/** Puts one statement of the paper to the test. */
interface Analysis {

    /** Measures a trained network; the same network, examples and streams give the same figures. */
    AnalysisResult analyze(AnalyzedNetwork subject);
}
