package broken;

import org.rectify.api.plugin.Plugin;

public class Parent implements Plugin {}
