package org.rectify.engine.component;

/**
 * Which plugin a component comes from; part of the provenance of every run.
 *
 * @param id the bundle's symbolic name, or the name of its directory or jar where its manifest gives none
 * @param version of the bundle, or "unversioned"
 * @param location the directory or jar
 * @param sha256 of its jars in the order of their names, hexadecimal
 */
public record PluginIdentity(String id, String version, String location, String sha256) {}
