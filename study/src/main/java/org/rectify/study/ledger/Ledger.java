package org.rectify.study.ledger;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rectify.api.error.Category;
import org.rectify.api.error.RectifyException;
import org.sqlite.SQLiteDataSource;

/**
 * The trials of a study and their state, in a SQLite file that any number of processes may have open.
 *
 * <p>Every change is a transaction of its own. A trial is taken for the time of a lease; a process that dies loses it. Safe
 * for use by several threads.
 */
public final class Ledger implements AutoCloseable {

    private static final int MILLISECONDS_TO_WAIT = 60_000;
    private static final String TABLE = """
            CREATE TABLE IF NOT EXISTS trial (
              identity TEXT PRIMARY KEY,
              name TEXT NOT NULL UNIQUE,
              state TEXT NOT NULL CHECK (state IN ('pending', 'running', 'done', 'failed')),
              attempt INTEGER NOT NULL DEFAULT 0,
              owner TEXT,
              lease INTEGER,
              result TEXT,
              cause TEXT,
              seconds REAL,
              sequence INTEGER)""";

    private final Connection connection;
    private final Owner owner;
    private final Duration lease;
    private final Clock clock;

    private Ledger(Connection connection, Owner owner, Duration lease, Clock clock) {
        this.connection = connection;
        this.owner = owner;
        this.lease = lease;
        this.clock = clock;
    }

    /**
     * Opens a ledger, and makes it where there is none.
     *
     * @param owner takes trials
     * @param lease how long a trial is its without a heartbeat
     * @throws RectifyException of category {@code USER} when the file is none, or cannot be written
     */
    public static Ledger open(Path file, Owner owner, Duration lease, Clock clock) {
        try {
            // The driver manager looks for drivers once, through the context loader of whoever asks first.
            SQLiteDataSource source = new SQLiteDataSource();
            source.setUrl("jdbc:sqlite:" + file);
            Connection connection = source.getConnection();
            Ledger ledger = new Ledger(connection, owner, lease, clock);
            try (Statement statement = connection.createStatement()) {
                statement.execute("PRAGMA busy_timeout = " + MILLISECONDS_TO_WAIT);
                statement.execute(TABLE);
            }
            return ledger;
        } catch (SQLException e) {
            throw new RectifyException(
                    Category.USER,
                    "cannot open the ledger " + file + ": " + e.getMessage() + "; choose another --out",
                    e);
        }
    }

    /** A trial taken: no other process works on it while the lease is kept up. */
    public record Claim(String identity, int attempt) {}

    /**
     * A trial that is over.
     *
     * @param result its {@code result.json}; empty where it failed
     * @param cause why it failed; empty where it did not
     * @param seconds it took
     * @param attempts it was begun so many times
     * @param sequence rises with every trial that ends
     */
    public record Entry(
            String identity, Optional<String> result, String cause, double seconds, int attempts, long sequence) {}

    @FunctionalInterface
    private interface Work<T> {
        T run() throws SQLException;
    }

    private synchronized <T> T transaction(Work<T> work) {
        try (Statement statement = connection.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            try {
                T value = work.run();
                statement.execute("COMMIT");
                return value;
            } catch (SQLException | RuntimeException e) {
                statement.execute("ROLLBACK");
                throw e;
            }
        } catch (SQLException e) {
            throw new RectifyException(Category.INTERNAL, "the study's ledger: " + e.getMessage(), e);
        }
    }

    /**
     * Enters trials that are not in it yet, as pending.
     *
     * @param trials names by identity
     */
    public void enrol(Map<String, String> trials) {
        transaction(() -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT OR IGNORE INTO trial (identity, name, state) VALUES (?, ?, 'pending')")) {
                for (Map.Entry<String, String> trial : trials.entrySet()) {
                    insert.setString(1, trial.getKey());
                    insert.setString(2, trial.getValue());
                    insert.executeUpdate();
                }
            }
            return true;
        });
    }

    /** Takes the first of some trials that is pending or abandoned; empty where others are at all of them. */
    public Optional<Claim> claim(List<String> identities) {
        return transaction(() -> {
            Map<String, Integer> free = free();
            for (String identity : identities) {
                Integer attempts = free.get(identity);
                if (attempts != null) {
                    update(
                            "UPDATE trial SET state = 'running', owner = ?, lease = ?, attempt = ? WHERE identity = ?",
                            owner.text(),
                            leaseEnd(),
                            attempts + 1,
                            identity);
                    return Optional.of(new Claim(identity, attempts + 1));
                }
            }
            return Optional.empty();
        });
    }

    private Map<String, Integer> free() throws SQLException {
        Map<String, Integer> free = new HashMap<>();
        long now = clock.millis();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT identity, attempt, state, owner, lease FROM trial WHERE state IN ('pending', 'running')")) {
            while (rows.next()) {
                boolean pending = rows.getString("state").equals("pending");
                if (pending || rows.getLong("lease") < now || owner.knowsToBeGone(rows.getString("owner"))) {
                    free.put(rows.getString("identity"), rows.getInt("attempt"));
                }
            }
        }
        return free;
    }

    /** Whether a claim is still one's own, and not taken over after its lease ran out. */
    public boolean holds(Claim claim) {
        return transaction(() -> {
            try (PreparedStatement query = connection.prepareStatement(
                    "SELECT 1 FROM trial WHERE identity = ? AND attempt = ? AND owner = ? AND state = 'running'")) {
                query.setString(1, claim.identity());
                query.setInt(2, claim.attempt());
                query.setString(3, owner.text());
                try (ResultSet rows = query.executeQuery()) {
                    return rows.next();
                }
            }
        });
    }

    /** Prolongs every lease of this owner. */
    public void heartbeat() {
        transaction(() ->
                update("UPDATE trial SET lease = ? WHERE owner = ? AND state = 'running'", leaseEnd(), owner.text()));
    }

    /** Enters the result of a trial; without effect where the claim is lost. */
    public void finish(Claim claim, String result, double seconds) {
        end(claim, "done", result, "", seconds);
    }

    /** Enters that a trial failed, and why; without effect where the claim is lost. */
    public void fail(Claim claim, String cause, double seconds) {
        end(claim, "failed", null, cause, seconds);
    }

    private void end(Claim claim, String state, @Nullable String result, String cause, double seconds) {
        transaction(() -> update(
                "UPDATE trial SET state = ?, result = ?, cause = ?, seconds = ?, lease = NULL,"
                        + " sequence = (SELECT COALESCE(MAX(sequence), 0) + 1 FROM trial)"
                        + " WHERE identity = ? AND attempt = ? AND owner = ? AND state = 'running'",
                state,
                result,
                cause,
                seconds,
                claim.identity(),
                claim.attempt(),
                owner.text()));
    }

    /** Gives back what this owner has taken and not ended. */
    public void release() {
        transaction(() -> update(
                "UPDATE trial SET state = 'pending', owner = NULL, lease = NULL WHERE owner = ? AND state = 'running'",
                owner.text()));
    }

    /** Makes failed trials pending again, and returns how many. */
    public int retryFailed() {
        return transaction(() -> update("UPDATE trial SET state = 'pending', cause = NULL WHERE state = 'failed'"));
    }

    /** How many trials are in the hands of any process, this one included. */
    public int running() {
        return transaction(() -> {
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM trial WHERE state = 'running'")) {
                return rows.getInt(1);
            }
        });
    }

    /** The trials that ended after the one of a sequence number, in the order they did; all of them after 0. */
    public List<Entry> endedSince(long sequence) {
        return transaction(() -> {
            List<Entry> entries = new ArrayList<>();
            try (PreparedStatement query =
                    connection.prepareStatement("SELECT identity, result, cause, seconds, attempt, sequence FROM trial"
                            + " WHERE state IN ('done', 'failed') AND sequence > ? ORDER BY sequence")) {
                query.setLong(1, sequence);
                try (ResultSet rows = query.executeQuery()) {
                    while (rows.next()) {
                        entries.add(new Entry(
                                rows.getString(1),
                                Optional.ofNullable(rows.getString(2)),
                                String.valueOf(rows.getString(3)),
                                rows.getDouble(4),
                                rows.getInt(5),
                                rows.getLong(6)));
                    }
                }
            }
            return entries;
        });
    }

    private long leaseEnd() {
        return clock.millis() + lease.toMillis();
    }

    private int update(String sql, @Nullable Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            return statement.executeUpdate();
        }
    }

    @Override
    public synchronized void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new RectifyException(Category.INTERNAL, "the study's ledger: " + e.getMessage(), e);
        }
    }
}
