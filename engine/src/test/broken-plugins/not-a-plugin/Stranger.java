package broken;

public class Stranger {}
