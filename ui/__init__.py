"""What the pages share: the frame, the menu, the selection, the evidence and the reader."""
