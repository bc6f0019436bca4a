package org.rectify.fetch;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Why an address, or the archive it gave, is of no use, in words for the user. */
final class TransferException extends IOException {

    private static final long serialVersionUID = 1L;

    TransferException(String message) {
        this(message, null);
    }

    TransferException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
