package org.rectify.cli;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.PrintWriter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rectify.engine.monitor.MetricsServer;
import org.rectify.engine.monitor.TrainingMonitor;
import org.rectify.engine.training.TrainingListener;

/** What Prometheus can read while a run goes on. */
final class MetricsEndpoint implements AutoCloseable {

    private final TrainingListener listener;
    private final @Nullable MetricsServer server;

    private MetricsEndpoint(TrainingListener listener, @Nullable MetricsServer server) {
        this.listener = listener;
        this.server = server;
    }

    /** Serves metrics on a port of this machine, and says where; without a port, nothing happens. */
    static MetricsEndpoint served(Optional<Integer> port, PrintWriter err) {
        if (port.isEmpty()) {
            return new MetricsEndpoint(new TrainingListener() {}, null);
        }
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        MetricsServer server = MetricsServer.start(port.get(), registry::scrape);
        err.println("rectify: metrics at " + server.address());
        return new MetricsEndpoint(new TrainingMonitor(registry), server);
    }

    /** Is to be told how training goes. */
    TrainingListener listener() {
        return listener;
    }

    @Override
    public void close() {
        if (server != null) {
            server.close();
        }
    }
}
