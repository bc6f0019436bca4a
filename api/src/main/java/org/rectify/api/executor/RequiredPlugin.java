package org.rectify.api.executor;

/**
 * A plugin that a trial needs, and by what it is known to be that one.
 *
 * @param id the plugin's
 * @param version the plugin's
 * @param sha256 of its jars, 64 lower-case hexadecimal digits
 * @param location where the process that planned the trial has it: a folder or a jar
 * @since 0.2
 */
public record RequiredPlugin(String id, String version, String sha256, String location) {}
