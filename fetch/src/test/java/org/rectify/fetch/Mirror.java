package org.rectify.fetch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A web server of this machine that gives every path the same answer. */
final class Mirror implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> requests = new CopyOnWriteArrayList<>();

    Mirror(HttpHandler answer) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            String range = exchange.getRequestHeaders().getFirst("Range");
            requests.add(exchange.getRequestURI() + (range == null ? "" : " " + range));
            try (exchange) {
                answer.handle(exchange);
            }
        });
        server.start();
    }

    /** Gives content, from where it is asked to go on. */
    static Mirror of(byte[] content) throws IOException {
        return new Mirror(exchange -> {
            String range = exchange.getRequestHeaders().getFirst("Range");
            int from = range == null ? 0 : Integer.parseInt(range.replaceAll("bytes=(\\d+)-", "$1"));
            if (range != null) {
                exchange.getResponseHeaders()
                        .set("Content-Range", "bytes " + from + "-" + (content.length - 1) + "/" + content.length);
            }
            send(exchange, range == null ? 200 : 206, Arrays.copyOfRange(content, from, content.length));
        });
    }

    /** Gives content from its beginning, whatever it is asked. */
    static Mirror withoutRanges(byte[] content) throws IOException {
        return new Mirror(exchange -> send(exchange, 200, content));
    }

    /** Announces content, and breaks off within it. */
    static Mirror breakingOff(byte[] content, int after) throws IOException {
        return new Mirror(exchange -> {
            exchange.sendResponseHeaders(200, content.length);
            exchange.getResponseBody().write(content, 0, after);
            exchange.getResponseBody().flush();
        });
    }

    /** Has nothing. */
    static Mirror empty() throws IOException {
        return new Mirror(exchange -> exchange.sendResponseHeaders(404, -1));
    }

    private static void send(HttpExchange exchange, int status, byte[] content) throws IOException {
        exchange.sendResponseHeaders(status, content.length);
        try (OutputStream body = exchange.getResponseBody()) {
            body.write(content);
        }
    }

    /** An address that nobody listens at. */
    static URI dead() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/file");
        }
    }

    URI address(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/" + path);
    }

    /** Paths that were asked for, each with its range, in their order. */
    List<String> requests() {
        return requests;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
