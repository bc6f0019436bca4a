package org.rectify.testkit;

import org.rectify.api.reconstruction.Reconstruction;

class SquareKeepsTheContractTest extends ReconstructionContract {

    @Override
    protected Reconstruction reconstruction() {
        return new Square();
    }
}
