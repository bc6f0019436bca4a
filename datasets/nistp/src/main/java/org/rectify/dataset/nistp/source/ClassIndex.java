package org.rectify.dataset.nistp.source;

import java.util.stream.IntStream;

/** Which classes have members. */
final class ClassIndex {

    private ClassIndex() {}

    /** The places of lists that are not empty. */
    static int[] present(Object[][] members) {
        return IntStream.range(0, members.length)
                .filter(i -> members[i].length > 0)
                .toArray();
    }

    /** The places of lists that are not empty. */
    static int[] present(int[][] members) {
        return IntStream.range(0, members.length)
                .filter(i -> members[i].length > 0)
                .toArray();
    }

    /** The members of each class, as their places among labels from a first one to before a last one. */
    static int[][] byClass(byte[] labels, int first, int last) {
        int[] counts = new int[CharacterClasses.COUNT];
        for (int i = first; i < last; i++) {
            counts[labels[i]]++;
        }
        int[][] members = new int[counts.length][];
        for (int i = 0; i < members.length; i++) {
            members[i] = new int[counts[i]];
        }
        for (int i = last - 1; i >= first; i--) {
            counts[labels[i]]--;
            members[labels[i]][counts[labels[i]]] = i;
        }
        return members;
    }
}
