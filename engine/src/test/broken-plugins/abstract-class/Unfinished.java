package broken;

import org.rectify.api.plugin.Plugin;

public abstract class Unfinished implements Plugin {}
