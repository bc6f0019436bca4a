package org.rectify.dataset.nistp.source;

import java.util.List;

/** The 62 classes: digits, capital letters, small letters (item 53). */
public final class CharacterClasses {

    private static final String CHARACTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    /** Number of classes. */
    public static final int COUNT = CHARACTERS.length();

    private CharacterClasses() {}

    /** The character of a class, from 0 to 61. */
    public static char character(int characterClass) {
        return CHARACTERS.charAt(characterClass);
    }

    /** The class of a character, or -1 where it is none of the 62. */
    public static int of(char character) {
        return CHARACTERS.indexOf(character);
    }

    /** The class of a text of one character, or -1. */
    public static int of(String text) {
        return text.length() == 1 ? of(text.charAt(0)) : -1;
    }

    /** The name of each class, in the order of labels. */
    public static List<String> names() {
        return CHARACTERS.chars().mapToObj(Character::toString).toList();
    }

    /** The folder of a class in SD19's by_class: its ASCII code in two hexadecimal digits. */
    static String folder(int characterClass) {
        return Integer.toHexString(character(characterClass));
    }
}
