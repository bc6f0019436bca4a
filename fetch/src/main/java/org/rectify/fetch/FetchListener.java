package org.rectify.fetch;

import java.net.URI;
import java.nio.file.Path;
import org.rectify.api.dataset.RemoteFile;

/** Is told how fetching goes on. */
public interface FetchListener {

    /** A file lies at its place already, and is the published one as far as that can be told. */
    void present(RemoteFile file, Path place);

    /**
     * The content of a file begins to come.
     *
     * @param kept bytes that an earlier attempt left, which are not sent again
     */
    void started(RemoteFile file, URI address, long kept);

    /**
     * Further bytes of a file have come.
     *
     * @param bytes all that is there now
     */
    void progressed(RemoteFile file, long bytes);

    /** An address did not give the file. */
    void failed(RemoteFile file, URI address, String reason);

    /** A file was verified and put in its place: the file itself, or the folder it was unpacked into. */
    void fetched(RemoteFile file, Path place);
}
