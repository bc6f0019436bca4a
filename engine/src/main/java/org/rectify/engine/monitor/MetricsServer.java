package org.rectify.engine.monitor;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.rectify.api.error.Category;
import org.rectify.api.error.RectifyException;

/** Serves {@code GET /metrics} in Prometheus' text format, to this machine only. */
public final class MetricsServer implements AutoCloseable {

    private static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";
    private static final String PATH = "/metrics";

    private final HttpServer server;
    private final ExecutorService threads;
    private final InetSocketAddress address;

    private MetricsServer(HttpServer server, ExecutorService threads) {
        this.server = server;
        this.threads = threads;
        this.address = server.getAddress();
    }

    /**
     * Begins to serve.
     *
     * @param port 0 to 65535; 0 is any free one
     * @param metrics gives the text to serve; called for each request, on a thread of the server
     * @throws RectifyException of the user's category if the port is out of range or taken
     */
    public static MetricsServer start(int port, Supplier<String> metrics) {
        if (port < 0 || port > 65535) {
            throw new RectifyException(
                    Category.USER, "metrics port " + port + " does not exist; 0 (any free one) to 65535 do");
        }
        HttpServer server = bind(port);
        ExecutorService threads = Executors.newFixedThreadPool(2, task -> {
            Thread thread = new Thread(task, "metrics-server");
            thread.setDaemon(true);
            return thread;
        });
        server.setExecutor(threads);
        server.createContext("/", exchange -> answer(exchange, metrics));
        server.start();
        return new MetricsServer(server, threads);
    }

    /** The port it listens on. */
    public int port() {
        return address.getPort();
    }

    /** Where the metrics are. */
    public String address() {
        return "http://" + address.getAddress().getHostAddress() + ":" + port() + PATH;
    }

    /** Frees the port; requests under way are cut off. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private static HttpServer bind(int port) {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        try {
            return HttpServer.create(address, 0);
        } catch (BindException taken) {
            throw new RectifyException(
                    Category.USER,
                    "metrics port " + port + " cannot be used (" + taken.getMessage()
                            + "); choose another, or 0 for any free one",
                    taken);
        } catch (IOException problem) {
            throw new RectifyException(
                    Category.USER, "cannot serve metrics on port " + port + ": " + problem.getMessage(), problem);
        }
    }

    private static void answer(HttpExchange exchange, Supplier<String> metrics) throws IOException {
        try (exchange) {
            boolean known = exchange.getRequestMethod().equals("GET")
                    && PATH.equals(exchange.getRequestURI().getPath());
            byte[] body = (known ? metrics.get() : "only GET " + PATH + " is here\n").getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", CONTENT_TYPE);
            exchange.sendResponseHeaders(known ? 200 : 404, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
