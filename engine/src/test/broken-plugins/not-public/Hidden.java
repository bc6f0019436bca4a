package broken;

import org.rectify.api.plugin.Plugin;

class Hidden implements Plugin {}
