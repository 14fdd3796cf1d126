"""From the tables of any format to plain ones: headers, turned, nested and stacked tables, page breaks."""
