package org.rectify.engine.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.rectify.api.error.Category;
import org.rectify.api.error.RectifyException;
import org.rectify.engine.testing.SampleRun;

class MetricsServerTest {

    private final HttpClient client = HttpClient.newHttpClient();
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final MetricsServer server = MetricsServer.start(0, registry::scrape);

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void servesWhatTheMonitorKnows() throws Exception {
        SampleRun.reports(3).forEach(new TrainingMonitor(registry)::measured);

        HttpResponse<String> response = get("/metrics");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("text/plain; version=0.0.4; charset=utf-8");
        assertThat(response.body())
                .contains("# TYPE rectify_train_cost gauge")
                .contains("rectify_epoch 3.0")
                .contains("rectify_validation{metric=\"error-rate\"} 0.0")
                .contains("rectify_layer_dead_units{layer=\"1\"} ")
                .contains("rectify_epoch_duration_seconds_count 3");
    }

    @Test
    void hasNothingElse() throws Exception {
        assertThat(get("/").statusCode()).isEqualTo(404);
        assertThat(get("/metrics/more").statusCode()).isEqualTo(404);
        HttpRequest post = HttpRequest.newBuilder(URI.create(server.address()))
                .POST(BodyPublishers.ofString("x"))
                .build();
        assertThat(client.send(post, BodyHandlers.ofString()).statusCode()).isEqualTo(404);
    }

    @Test
    void listensOnLoopbackOnly() {
        assertThat(server.address())
                .isEqualTo("http://" + InetAddress.getLoopbackAddress().getHostAddress() + ":" + server.port()
                        + "/metrics");
    }

    @Test
    void refusesAPortThatIsTaken() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertUserError(taken.getLocalPort(), "metrics port " + taken.getLocalPort() + " cannot be used");
        }
    }

    @Test
    void refusesAPortThatDoesNotExist() {
        assertUserError(65536, "0 (any free one) to 65535");
        assertUserError(-1, "0 (any free one) to 65535");
    }

    @Test
    void freesItsPortWhenClosed() throws Exception {
        get("/metrics");
        server.close();

        assertThatThrownBy(() -> get("/metrics")).isInstanceOf(ConnectException.class);
        try (MetricsServer again = MetricsServer.start(server.port(), () -> "again")) {
            assertThat(get("/metrics").body()).isEqualTo("again");
            assertThat(again.port()).isEqualTo(server.port());
        }
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        URI address = URI.create(server.address()).resolve(path);
        return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    }

    private static void assertUserError(int port, String message) {
        assertThatThrownBy(() -> MetricsServer.start(port, () -> ""))
                .asInstanceOf(type(RectifyException.class))
                .satisfies(error -> assertThat(error.category()).isEqualTo(Category.USER))
                .satisfies(error -> assertThat(error.getMessage()).contains(message));
    }
}
