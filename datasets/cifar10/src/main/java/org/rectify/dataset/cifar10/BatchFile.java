package org.rectify.dataset.cifar10;

import java.util.List;
import java.util.stream.Stream;

/**
 * One of the six batches of CIFAR-10.
 *
 * @param name without {@code .gz}
 * @param sha256 of its uncompressed content
 */
record BatchFile(String name, String sha256) {

    /** The five batches for training, then the test batch. */
    static final List<BatchFile> ALL = List.of(
            new BatchFile("data_batch_1.bin", "cee916563c9f80d84e3cc88e17fdc0941787f1244f00a67874d45b261883ada5"),
            new BatchFile("data_batch_2.bin", "a591ca11fa1708a91ee40f54b3da4784ccd871ecf2137de63f51ada8b3fa57ed"),
            new BatchFile("data_batch_3.bin", "bbe8596564c0f86427f876058170b84dac6670ddf06d79402899d93ceea26f67"),
            new BatchFile("data_batch_4.bin", "014e562d6e23c72197cc727519169a60359f5eccd8945ad5a09d710285ff4e48"),
            new BatchFile("data_batch_5.bin", "755304fc0b379caeae8c14f0dac912fbc7d6cd469eb67a1029a08a39453a9add"),
            new BatchFile("test_batch.bin", "8e2eb146ae340b09e24670f29cabc6326dba54da8789dab6768acf480273f65b"));

    static Stream<String> names() {
        return ALL.stream().map(BatchFile::name);
    }

    static Stream<String> sums() {
        return ALL.stream().map(BatchFile::sha256);
    }
}
