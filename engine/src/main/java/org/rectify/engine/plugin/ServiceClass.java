package org.rectify.engine.plugin;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.util.Optional;
import org.rectify.api.error.RectifyException;
import org.rectify.api.plugin.Plugin;
import org.rectify.engine.guard.ContextClassLoader;
import org.rectify.engine.guard.Thrown;

/** Makes the object a service file asks for, as {@link java.util.ServiceLoader} would, but says precisely what hinders it. */
final class ServiceClass {

    private ServiceClass() {}

    static Plugin instantiate(PluginService service, ClassLoader loader) {
        Class<?> type = load(service, loader);
        if (!Plugin.class.isAssignableFrom(type)) {
            throw service.refused("named by " + PluginJar.SERVICE_FILE + ", but does not implement "
                    + Plugin.class.getName() + "; implement it, or take the class out of the file");
        }
        if (!Modifier.isPublic(type.getModifiers()) || Modifier.isAbstract(type.getModifiers())) {
            throw service.refused("cannot be instantiated; make it public, and neither abstract nor an interface");
        }
        try {
            return (Plugin) type.getConstructor().newInstance();
        } catch (NoSuchMethodException e) {
            throw service.refused("has no public constructor without parameters; give it one", e);
        } catch (InvocationTargetException e) {
            throw service.refused(
                    "its constructor " + Failure.describe(e.getTargetException()), Thrown.of(e.getTargetException()));
        } catch (ReflectiveOperationException | LinkageError e) {
            throw service.refused("its construction " + Failure.describe(e), Thrown.of(e));
        }
    }

    /** The object, or nothing where something hinders it. */
    static Optional<Plugin> tryInstantiate(PluginService service, ClassLoader loader) {
        try {
            return Optional.of(ContextClassLoader.during(loader, () -> instantiate(service, loader)));
        } catch (RectifyException e) {
            return Optional.empty();
        }
    }

    private static Class<?> load(PluginService service, ClassLoader loader) {
        try {
            return Class.forName(service.className(), false, loader);
        } catch (ClassNotFoundException e) {
            throw service.refused(
                    "named by " + PluginJar.SERVICE_FILE + ", but in none of the plugin's jars"
                            + (e.getCause() == null ? "" : " (" + e.getCause() + ")")
                            + "; correct the name, or add the jar that holds the class",
                    e);
        } catch (LinkageError | RuntimeException e) {
            throw service.refused("its loading " + Failure.describe(e), Thrown.of(e));
        }
    }
}
