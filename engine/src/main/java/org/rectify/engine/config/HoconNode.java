package org.rectify.engine.config;

import com.typesafe.config.ConfigUtil;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A piece of a HOCON text that is written in its own order and always the same way. */
sealed interface HoconNode {

    /** A number, word or quoted text, as it is written. */
    record Scalar(String text) implements HoconNode {

        private static final Pattern BARE = Pattern.compile("(?!(?:true|false|null|include)$)[A-Za-z][A-Za-z0-9-]*");

        /** A text, in quotes where it needs them. */
        static Scalar ofText(String text) {
            return new Scalar(BARE.matcher(text).matches() ? text : ConfigUtil.quoteString(text));
        }

        @Override
        public String inline() {
            return text;
        }
    }

    /** A list. */
    record Sequence(List<HoconNode> elements) implements HoconNode {

        @Override
        public String inline() {
            return elements.stream().map(HoconNode::inline).collect(Collectors.joining(", ", "[", "]"));
        }
    }

    /** An object, its entries in the order they are written; keys are kebab-case and need no quotes. */
    record Mapping(Map<String, HoconNode> entries) implements HoconNode {

        @Override
        public String inline() {
            return entries.isEmpty()
                    ? "{}"
                    : entries.entrySet().stream()
                            .map(entry ->
                                    entry.getKey() + " = " + entry.getValue().inline())
                            .collect(Collectors.joining(", ", "{ ", " }"));
        }

        /** The entries on lines of their own. */
        String lines() {
            StringBuilder text = new StringBuilder();
            appendTo(text, "");
            return text.toString();
        }

        private void appendTo(StringBuilder text, String indentation) {
            entries.forEach((key, value) -> {
                text.append(indentation).append(key);
                if (value instanceof Mapping mapping && !mapping.entries().isEmpty()) {
                    text.append(" {\n");
                    mapping.appendTo(text, indentation + "  ");
                    text.append(indentation).append("}\n");
                } else {
                    text.append(" = ").append(value.inline()).append('\n');
                }
            });
        }
    }

    /** The node on one line. */
    String inline();
}
