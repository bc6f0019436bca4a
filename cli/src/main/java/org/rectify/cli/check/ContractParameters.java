package org.rectify.cli.check;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.engine.support.store.Namespace;
import org.junit.platform.launcher.LauncherSession;

/** Hands to a contract what is held to it, by way of the session that runs it. */
final class ContractParameters implements ParameterResolver {

    private static final Class<?> KEY = ContractParameters.class;

    /** Leaves it with the session. */
    static void put(LauncherSession session, Object subject) {
        session.getStore().put(Namespace.create(KEY), KEY, subject);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType().isInstance(subject(context));
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return subject(context);
    }

    private static Object subject(ExtensionContext context) {
        return context.getStore(StoreScope.LAUNCHER_SESSION, ExtensionContext.Namespace.create(KEY))
                .getOrDefault(KEY, Object.class, "nothing");
    }
}
