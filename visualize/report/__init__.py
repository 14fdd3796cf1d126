"""Reports that an office hands to its leaders: composed as plain blocks, written as Word files; and as workbooks."""
