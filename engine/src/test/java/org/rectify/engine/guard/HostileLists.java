package org.rectify.engine.guard;

import java.util.AbstractList;
import java.util.List;

/** Lists that fail in the hands of who was given them. */
final class HostileLists {

    private HostileLists() {}

    /** A list of one element that nobody can get at. */
    static List<Object> thatCannotBeRead() {
        return new AbstractList<>() {
            @Override
            public Object get(int index) {
                throw new IllegalStateException("not to be read");
            }

            @Override
            public int size() {
                return 1;
            }

            @Override
            public String toString() {
                return "a list that cannot be read";
            }
        };
    }
}
