package broken;

public class Orphan extends Parent {}
