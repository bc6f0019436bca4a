package org.rectify.dataset.mnist;

import java.util.List;
import org.rectify.api.dataset.DatasetFactory;
import org.rectify.api.dataset.RemoteFile;

/** A data set made of the four official files of MNIST. */
abstract class OfficialDigitsFactory<O extends Record> implements DatasetFactory<O> {

    @Override
    public final String folder() {
        return OfficialFiles.FOLDER;
    }

    @Override
    public final List<RemoteFile> remoteFiles() {
        return OfficialFile.ALL.stream().map(OfficialFile::remote).toList();
    }

    @Override
    public final String filesByHand() {
        return OfficialFiles.BY_HAND;
    }
}
