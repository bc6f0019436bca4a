package broken;

public class Library {}
