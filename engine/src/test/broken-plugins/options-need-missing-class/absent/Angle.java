package broken;

public class Angle {}
