package org.rectify.study.plan;

import java.nio.file.Path;
import java.util.Optional;
import org.rectify.engine.config.ResolvedExperiment;

/**
 * One run of a study, told from all others by what it computes.
 *
 * @param identity SHA-256 in hexadecimal of everything its result depends on
 * @param name of its directory
 * @param experiment what to run
 * @param stack the file of the pre-trained stack it shares with others; empty where nothing is pre-trained
 * @param work what there is to compute at most
 */
public record PlannedTrial(
        String identity, String name, ResolvedExperiment experiment, Optional<Path> stack, TrialCost work) {}
