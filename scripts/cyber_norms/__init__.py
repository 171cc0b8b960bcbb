# SPDX-License-Identifier: Apache-2.0
"""Turns the lists in graph_data/cyber-norms/raw into the tables of the data set: one file, one list."""
